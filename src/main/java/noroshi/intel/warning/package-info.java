/** Lists of values that are no sign of an attack keep them out of what is published. */
@NullMarked
@NamedInterface("warning")
package noroshi.intel.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
