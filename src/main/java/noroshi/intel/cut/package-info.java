/** What is held back of objects that leave the platform, until a person lets it out, and whether their maker is named. */
@NullMarked
@NamedInterface("cut")
package noroshi.intel.cut;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
