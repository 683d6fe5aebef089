/** Members ask about anything suspicious: what is known is answered at once, the rest by the Centre with its providers. */
@NullMarked
@NamedInterface("enquiry")
package noroshi.intel.enquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
