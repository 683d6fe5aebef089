/** Measures the platform as its users meet it, and the database below it, in one run. */
@NullMarked
package noroshi.bench;

import org.jspecify.annotations.NullMarked;
