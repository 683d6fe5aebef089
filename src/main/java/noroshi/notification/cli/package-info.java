/** Mail on the administrator's command line. */
@NullMarked
package noroshi.notification.cli;

import org.jspecify.annotations.NullMarked;
