package noroshi.intel.drop.web;

import java.util.List;
import noroshi.intel.drop.Dropped;
import noroshi.site.FormErrors;

/** Something to drop, and what waits to be looked at. */
public record DropPage(String text, List<Dropped> waiting, FormErrors errors) {}
