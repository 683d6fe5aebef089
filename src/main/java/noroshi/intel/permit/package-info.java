/** Permits: a source says whether what it labelled may be brought to a provider. */
@NullMarked
@NamedInterface("permit")
package noroshi.intel.permit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
