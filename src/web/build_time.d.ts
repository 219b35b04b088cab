/** Put in by build.mjs: the text of engine/frame_program.js, and the source that a policy names it by. */
declare const FRAME: { program: string; source: string };
