@NullMarked
package noroshi.sanitised.web;

import org.jspecify.annotations.NullMarked;
