// The pages allow no style elements. What a library would put into one goes into a sheet that the document adopts.
import { StyleModule as Written } from "../../node_modules/style-mod/src/style-mod.js";

const sheet = new CSSStyleSheet();
const mounted: StyleModule[] = [];
document.adoptedStyleSheets.push(sheet);

export class StyleModule extends Written {
  /** Those given later take precedence over those before them. */
  static mount(_root: unknown, modules: StyleModule | StyleModule[]): void {
    let next = 0;
    let changed = false;
    for (const module of Array.isArray(modules) ? modules : [modules]) {
      const at = mounted.indexOf(module, next);
      if (at >= 0) next = at + 1;
      else if (!mounted.includes(module)) {
        mounted.splice(next++, 0, module);
        changed = true;
      }
    }
    if (changed) sheet.replaceSync(mounted.map((module) => module.getRules()).join("\n"));
  }
}
