package noroshi.desk.web;

import java.util.List;
import noroshi.desk.Macro;
import noroshi.site.FormErrors;

/** The words the desk keeps, and one that is being written. */
public record MacroPage(List<Macro> macros, String name, String body, FormErrors errors) {}
