/** The door: how people prove who they are, and how long the platform believes them. */
@NullMarked
package noroshi.membership.signin;

import org.jspecify.annotations.NullMarked;
