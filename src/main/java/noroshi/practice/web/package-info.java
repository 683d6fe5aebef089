@NullMarked
package noroshi.practice.web;

import org.jspecify.annotations.NullMarked;
