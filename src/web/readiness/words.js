/** The words of the readiness page; they come with its script. */

import { addWords } from "../words.js";

addWords({
  "readiness.next": "The next best thing",
  "readiness.next.check": "{title}, about {minutes} minutes",
  "readiness.why.due":
    "You solved it on {last}. Its review has been due since {due}: repeat it before it fades.",
  "readiness.why.tried": "You began it on {last}, and it isn't solved yet.",
  "readiness.why.open":
    "In no pillar have you solved a smaller share than in {pillar}: {solved} of {total}. This is its shortest open check.",
  "readiness.why.helped": "You solved it on {last} with help. Show yourself that you can do without.",
  "readiness.all-done": "Everything is solved unaided and no review is due. The next one is due on {due}.",
  "readiness.pillars": "By pillar",
  "readiness.chapters": "By chapter",
  "readiness.legend": "What the bars mean",
  "readiness.state.unaided": "solved unaided",
  "readiness.state.helped": "solved with help",
  "readiness.state.due": "due again",
  "readiness.state.tried": "tried",
  "readiness.state.open": "open",
  "readiness.count": "{count} {state}",
  "readiness.solved": "{solved} of {total} solved",
  "readiness.summary": "{solved}: {counts}",
  "readiness.row": "{state}, review due on {due}",
  "readiness.reviews": "Reviews",
  "readiness.reviews.none": "No review is planned yet. The first is planned when you solve a check.",
  "readiness.reviews.due": "{title}: due since {due}",
  "readiness.reviews.planned": "{title}: {due}",
  "readiness.data": "Your work, on this machine",
  "readiness.data.said":
    "What you do is kept in this browser only, and sent nowhere. Drafts: {drafts}. Attempts: {attempts}. Exercises and " +
    "examples they belong to: {items}.",
  "readiness.aside": "Set aside, because it could not be read: {count}. The export holds it.",
  "readiness.export": "Export to a file",
  "readiness.import": "Import from a file",
  "readiness.import.nothing": "This file holds nothing that isn't here already.",
  "readiness.import.preview":
    "What this file would change ({count}). You can undo it as long as you stay on this page.",
  "readiness.import.attempts": "attempts added: {attempts}",
  "readiness.import.draft": "your draft is replaced by a later one",
  "readiness.import.new-draft": "a draft",
  "readiness.import.help": "help that was seen",
  "readiness.import.change": "{name}: {changes}",
  "readiness.import.yes": "Import",
  "readiness.import.no": "Leave it",
  "readiness.import.done": "Imported. Exercises and examples changed: {count}.",
  "readiness.import.undo": "Undo the import",
  "readiness.import.undone": "The import is undone.",
  "readiness.import.refused.huge":
    "Not imported: the file is larger than 20 MB, so it can't be an export of this book.",
  "readiness.import.refused.foreign": "Not imported: the file isn't an export of this book.",
  "readiness.import.refused.malformed":
    "Not imported: the file is damaged or was changed by hand. Nothing of it was taken. Export it again where it came from.",
  "readiness.import.refused.newer":
    "Not imported: a newer edition of this book wrote the file. Reload this page, or update this copy, and try again.",
  "readiness.import.refused.unread": "Not imported: the browser could not read the file. Choose it again.",
  "readiness.refused":
    "The browser's storage refused, so nothing was changed. Free some space and try again.",
  "readiness.forget": "Forget everything",
  "readiness.forget.ask":
    "This removes from this browser all that is kept for this book: drafts ({drafts}), attempts ({attempts}), the record " +
    "of help, planned reviews and whatever was set aside. It can't be undone; only an earlier export brings it back.",
  "readiness.forget.yes": "Yes, forget everything",
  "readiness.forget.no": "Keep it",
  "readiness.forget.done": "Everything is forgotten.",
});
