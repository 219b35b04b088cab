/** Every word that a reader meets on all pages, keyed; what only some pages need stands beside their scripts. */

/** @type {Record<string, import("./words.js").Text>} */
export const ENGLISH = {
  "button.run": "Run",
  "button.check": "Check",
  "button.stop": "Stop",
  "button.reset": "Reset",
  "button.hint": "Hint",
  "button.solution": "Solution",
  "button.undo-reset": "Undo reset",
  "seed.label": "Seed of this attempt:",
  "seed.note": "one test draws its inputs by it; after a pass the next attempt draws others.",
  "code.answer": "Your answer",
  "code.snippet": "Code: {path}",
  "code.help": "Tab indents. Escape leaves the editor. {keys} runs.",
  "code.completions": "Completions",
  "code.kept": "This is your edited version, kept in this browser. Reset brings back the original.",
  "code.was-reset": "The original code is back.",
  "code.elsewhere": "This changed in another tab, or by an import. What you type here replaces it.",
  "code.elsewhere.show": "Show that version",
  "code.from-elsewhere": "This was brought over from another tab, or by an import.",
  "code.from-elsewhere.undo": "Back to what stood here",
  "output.label": "Output",
  "output.stderr": "Error output:",
  "output.result": "Value of the last line:",
  "output.none": "The program ended without printing anything.",
  "output.capped":
    "Output stops here: the program printed more than {limit} kB, the limit here. Print less, or only every " +
    "hundredth line.",
  "output.error": "Your program stopped with an error.",
  "output.error-line": "Your program stopped with an error on line {line}.",
  "output.stopped": "Stopped. Your code is as you left it.",
  "output.memory":
    "The program needed more than {limit} MB of memory, the limit here. Look for a list that keeps growing, or try " +
    "a smaller input.",
  "output.died-memory":
    "The program needed more than {limit} MB of memory, the limit here, and that brought the Python interpreter " +
    "down. A fresh interpreter is being started.",
  "ask.label": "The program waits for a line of input:",
  "ask.send": "Enter",
  "ask.end": "End of input",
  "session.run": "This was run {number} of the session.",
  "session.lost": "The session has started afresh: its variables are gone.",
  "session.missing":
    "Blocks of this session above have not run yet: {blocks}. The name may come from one of them.",
  "session.run-above": "Run all above, then this",
  "output.timeout":
    "Stopped after {seconds} seconds, the time limit here. Look for a loop that never ends, or try a smaller input.",
  "output.died":
    "The program brought the Python interpreter down, so there is no traceback. The usual reasons are recursion " +
    "that never ends, a very large value, or os._exit. A fresh interpreter is being started.",
  "state.starting": "Starting Python…",
  "state.running": "Running…",
  "state.asking": "The program waits for your answer.",
  "state.queued": "Waiting for another block of this session…",
  "state.judging": "Checking your answer…",
  "state.downloading": "Downloading Python, once for the whole book: {done} of {total} MB",
  "ours.element": "A part of this page could not be loaded. Check your connection and reload the page.",
  "ours.title": "This is our fault, not your answer's.",
  "ours.assets":
    "A part of Python could not be loaded. Check your connection, then press the button again; if that does not " +
    "help, reload the page. Your code is kept.",
  "ours.assets-missing":
    "The book's server does not have a part of Python. A new edition may just have come out: reload the page. Your " +
    "code is kept.",
  "ours.assets-short":
    "A part of Python arrived incomplete, twice, so it was not used. Check your connection, then press the button " +
    "again. Your code is kept.",
  "ours.assets-stalled":
    "The download of Python came to a halt: nothing arrived for a long time. Check your connection, then press the " +
    "button again. Your code is kept.",
  "ours.assets-changed":
    "A part of Python arrived altered, twice, so it was not used. Press the button again; if that does not help, " +
    "something between this browser and the book's server changes files. Your code is kept.",
  "ours.files":
    "A file that this block needs could not be loaded. Check your connection, then press the button again. Your " +
    "code is kept.",
  "ours.isolation":
    "This browser could not start Python apart from this page, so nothing was run. Press the button again to " +
    "retry. Without isolation the code could reach what this browser keeps of the book, your answers included: " +
    "allow that only for code you have read. It holds until you leave or reload the book.",
  "isolation.allow": "Run without isolation",
  "isolation.off": "Without isolation, as you allowed.",
  "ours.boot":
    "Python did not start in this browser. Press the button again to retry; if that does not help, reload the " +
    "page. Your code is kept.",
  "ours.broken":
    "The part of the book that runs and judges code failed. Press the button again; if it happens again, please " +
    "report it with the detail below. Your code is kept.",
  "ours.payload":
    "The exercise's tests could not be loaded. Check your connection, then press the button again. Your answer is kept.",
  "ours.missing":
    "{missing} of {total} tests did not report a result, so there is no verdict. Press Check again; if it happens " +
    "again, something in the answer may be ending the interpreter.",
  "ours.details": "Technical detail: {message}",
  "verdict.passed": "Passed: all {total} tests.",
  "verdict.failed": "Not yet: {passed} of {total} tests pass.",
  "verdict.error": "Your answer could not be imported, so no test ran.",
  "verdict.died": "Your answer brought the Python interpreter down before the tests ended.",
  "verdict.stopped": "Stopped before the tests ended.",
  "verdict.timeout": "Time is up: the tests took longer than {seconds} seconds.",
  "verdict.ours": "No verdict: this is our fault, not your answer's.",
  "case.title": "First failing case",
  "case.input": "Input",
  "case.expected": "Expected",
  "case.got": "Got",
  "feedback.title": "This looks familiar",
  "tests.title": "All {total} tests",
  "test.passed": "Passed",
  "test.failed": "Failed",
  "test.error": "Error",
  "test.output": "Printed:",
  "hint.title": "Hint {number} of {total}",
  "hint.last": "That was the last hint.",
  "solution.ask": "Show the solution before trying?",
  "solution.yes": "Yes, show it",
  "solution.no": "Keep trying",
  "solution.title": "Solution",
  "follow-ups.title": "Say it out loud",
  "follow-ups.answer": "What a good answer contains",
  "quiz.unanswered": "Choose an answer for each question first; {missing} to go.",
  "quiz.passed": "Correct: all {total} questions.",
  "quiz.failed": "Not yet: {passed} of {total} questions right. Change your answers and check again.",
  "quiz.came-to": "{passed} of {total} questions right.",
  "quiz.right": "Right",
  "quiz.wrong": "Not right",
  "quiz.incomplete": "Right so far, but something still belongs to the answer.",
  "mark.right": "Right.",
  "mark.wrong": "Not right.",
  "choose.unanswered": "Choose something for each item first; {missing} to go.",
  "number.passed": "Correct: all {total} figures.",
  "number.failed": "Not yet: {passed} of {total} figures right. Change the others and check again.",
  "number.unanswered": "Write at least one figure first.",
  "number.unreadable":
    "“{text}” can't be read as a number. Write it like 131072, 131,072, 131 072, 1.5, 1,5, 1.3e9 or 2^30.",
  "number.unreadable-yet": "Not a number yet: 131072, 131,072, 1.5, 1.3e9 and 2^30 can be read.",
  "number.read": "Read as {figure}.",
  "number.or": "or",
  "number.empty": "Still empty.",
  "number.high": "Too high, and not by a factor that gives the mistake away.",
  "number.low": "Too low, and not by a factor that gives the mistake away.",
  "number.times-high": "Too high by a factor of {times}: look at units and prefixes first.",
  "number.times-low": "Too low by a factor of {times}: look at units and prefixes first.",
  "order.passed": "Correct: all {total} in order.",
  "order.failed":
    "Not yet: {passed} of {total} are in order among themselves. Move the others and check again.",
  "order.right": "In its place.",
  "order.shifted": "In order with others, but not yet in its place.",
  "order.early": "Too early.",
  "order.late": "Too late.",
  "order.handle": "Move with the arrow keys:",
  "order.up": "Move up:",
  "order.down": "Move down:",
  "order.grabbed": "Taken: {item}, place {place} of {total}. Arrow keys move it, Enter lets it go.",
  "order.dropped": "Let go at place {place} of {total}: {item}",
  "order.moved": "Place {place} of {total}: {item}",
  "match.passed": "Correct: all {total} pairs.",
  "match.failed": "Not yet: {passed} of {total} pairs right. Change the others and check again.",
  "classify.passed": "Correct: all {total} items.",
  "classify.failed": "Not yet: {passed} of {total} items right. Change the others and check again.",
  "kept.solved": "Solved on {date}.",
  "kept.solved-hint": "Solved on {date}, with a hint.",
  "kept.solved-solution": "Solved on {date}, after seeing the solution.",
  "kept.tried": "Tried on {date}, not solved yet.",
  "readiness.not-loaded":
    "Your standing could not be shown, because a part of this page could not be loaded. Check your connection and " +
    "reload the page. Your work is kept.",
  "storage.none":
    "Nothing can be kept in this browser: what you write is gone when you close this page. Private windows and " +
    "blocked site data are the usual reasons. You can go on working; copy what you want to keep.",
  "storage.full":
    "This browser has no room left to keep your work: what you do from now on may be lost when you close this page. " +
    "Free some space, or export your work on the readiness page.",
  "storage.newer":
    "A newer edition of this book has kept your work here, and this older one can't read it. It is safe. Reload the " +
    "page to get the newer edition; what you write meanwhile is kept too.",
  "storage.behind":
    "A newer edition of this book is open in another tab. Reload this page; what you write meanwhile is kept.",
  "storage.blocked":
    "An older edition of this book is open in another tab, and your earlier work can't be read until that tab is " +
    "closed or reloaded. What you write meanwhile is kept.",
  "storage.small":
    "This browser doesn't let the book use its database. Your work is kept in a smaller place that it may clear " +
    "sooner; export it now and then on the readiness page.",
  "storage.corrupt":
    "Of what was kept here, {count} could not be read. It has been set aside, and everything else is in its place. The " +
    "readiness page exports it with the rest.",
  "clock.start": {
    one: "Start the clock: {count} minute",
    other: "Start the clock: {count} minutes",
  },
  "clock.more": "+5 minutes",
  "clock.off": "Switch the clock off",
  "clock.go-on": "Let the clock run on",
  "clock.left": "{time} left",
  "clock.over": "{time} over",
  "clock.stopped": "The clock stands: {text}",
  "clock.mark-5": "Five minutes left.",
  "clock.mark-1": "One minute left.",
  "clock.mark-0": "Time is up. Go on as long as you like; the clock counts the overtime.",
  "rubric.words": {
    one: "{count} word, kept in this browser as you type",
    other: "{count} words, kept in this browser as you type",
  },
  "rubric.empty": "Write your answer first: there is nothing to score yet.",
  "rubric.score":
    "Now score your text, and be strict: {missing} of {total} to go. You can still change the text.",
  "rubric.add-up": "Add up my points",
  "rubric.was-reset": "Your text and scores are gone.",
  "rubric.passed": "Passed by your own score: {score} of {best} points; {needed} are asked for.",
  "rubric.failed": "Not yet, by your own score: {score} of {best} points; {needed} are asked for.",
  "rubric.beside": "Your points beside those of three model answers",
  "rubric.criterion": "What counts",
  "rubric.you": "You",
  "rubric.total": "Total",
  "rubric.weak": "Weak",
  "rubric.fair": "Fair",
  "rubric.strong": "Strong",
  "rubric.example": "{rank} answer: {total} of {best} points",
  "rubric.why": "Why these points",
  "rubric.scored": "{title}: {level}",
  "offline.label": "Reading without a network",
  "offline.make": "Make this book available offline",
  "offline.stop": "Stop fetching",
  "offline.turn-off": "Turn off and clear",
  "offline.turn-on": "Keep pages again",
  "offline.some": "{pages} of {total} pages are kept in this browser ({size} MB) and open without a network.",
  "offline.reads": "Code will run without one too, once you have run something.",
  "offline.runs": "Code runs without one too.",
  "offline.rest": "The rest of the book takes {missing} MB.",
  "offline.whole":
    "The whole book is kept in this browser: {pages} pages, every exercise and Python, {size} MB. It opens and " +
    "runs without a network.",
  "offline.fetching": "Fetching the whole book. You can go on reading on this page.",
  "offline.progress": "{done} of {total} MB",
  "offline.end.stopped": "Stopped. What has arrived is kept; {missing} MB are missing.",
  "offline.end.no-room":
    "There isn't enough room: the book needs {missing} MB more, and this browser offers {free} MB. Free some space, " +
    "then press the button again. What has arrived is kept.",
  "offline.end.changed":
    "A new edition of the book came out meanwhile, so this one can't be completed. Reload the page, then press the " +
    "button again. What has arrived is kept.",
  "offline.end.network":
    "The network failed before the book was complete: {missing} MB are missing. Press the button again to go on " +
    "from there.",
  "offline.full":
    "This browser has no room left for the book, so pages you open from now on aren't kept. Free some space, or " +
    "turn it off and clear it here. Your answers aren't touched.",
  "offline.off": "Turned off: this browser keeps nothing of the book but your answers.",
  "offline.not-kept": "This page isn't kept in your browser",
  "offline.not-kept.why":
    "There is no network, and only pages you opened before are kept. Go back, or open this page again when you " +
    "are connected.",
  "offline.not-kept.home": "To the book's first page",
  "update.text": "A new edition of this page is there. What you typed is kept when you reload.",
  "update.reload": "Reload",
  "update.later": "Later",
};
