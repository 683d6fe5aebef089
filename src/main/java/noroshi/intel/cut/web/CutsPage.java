package noroshi.intel.cut.web;

import java.util.List;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;

/** What was held back, what waits first; and who may learn where it came from. */
public record CutsPage(List<Cut> rows, Attribution attribution, boolean mayChoose) {}
