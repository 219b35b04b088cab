/** Which items were given the choice they belong to. Pure: no page, no words. */

/** @import { AssignedItem } from "../types.js" */

/**
 * @param {AssignedItem[]} items
 * @param {(string | null)[]} chosen by item
 * @returns {{passed: number, total: number, marks: {right: boolean, feedback: string}[]}} feedback is authored HTML
 */
export function judgeAssignment(items, chosen) {
  const marks = items.map((item, index) => {
    const choice = chosen[index] ?? "";
    const right = choice === item.answer;
    return { right, feedback: right ? item.right : (item.wrong[choice] ?? item.otherwise) };
  });
  return { passed: marks.filter(({ right }) => right).length, total: items.length, marks };
}
