@NullMarked
package noroshi.demo;

import org.jspecify.annotations.NullMarked;
