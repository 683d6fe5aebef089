/** The rules of the house that a machine can check. */
@NullMarked
package noroshi;

import org.jspecify.annotations.NullMarked;
