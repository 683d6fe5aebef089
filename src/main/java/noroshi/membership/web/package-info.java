/** Pages of membership: sign-in, settings, members, organisations. */
@NullMarked
package noroshi.membership.web;

import org.jspecify.annotations.NullMarked;
