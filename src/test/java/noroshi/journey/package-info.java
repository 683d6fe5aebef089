/** What people do on the platform from end to end, by hand, in a real browser. */
@NullMarked
package noroshi.journey;

import org.jspecify.annotations.NullMarked;
