/**
 * The drop-box: what people get as MISP events, tables, lists, mails or words is shown first, line by line, and then enters
 * the library as STIX.
 */
@NullMarked
@NamedInterface("drop")
package noroshi.intel.drop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
