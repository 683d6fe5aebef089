/** Members, organisations and tokens on the administrator's command line. */
@NullMarked
package noroshi.membership.cli;

import org.jspecify.annotations.NullMarked;
