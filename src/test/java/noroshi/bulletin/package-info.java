/** Tests of the newsroom. */
@NullMarked
package noroshi.bulletin;

import org.jspecify.annotations.NullMarked;
