/** Communities on the administrator's command line. */
@NullMarked
package noroshi.community.cli;

import org.jspecify.annotations.NullMarked;
