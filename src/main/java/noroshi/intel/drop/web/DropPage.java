package noroshi.intel.drop.web;

import java.util.List;
import noroshi.intel.Import;
import noroshi.intel.drop.Dropped;
import noroshi.site.FormErrors;

/**
 * Something to drop, and what waits to be looked at.
 *
 * @param imports large files on their way into the library
 * @param largest mebibytes of the largest of them
 */
public record DropPage(String text, List<Dropped> waiting, List<Import> imports, long largest, FormErrors errors) {}
