/** Charts drawn on the server as SVG, each with the same figures as a table. */
@NullMarked
@NamedInterface("chart")
package noroshi.site.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
