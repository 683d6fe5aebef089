/** Block lists: values that the Centre brings to organisations to be blocked, and what each confirms, by product. */
@NullMarked
@NamedInterface("blocklist")
package noroshi.intel.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
