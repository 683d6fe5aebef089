@NullMarked
package noroshi.desk.web;

import org.jspecify.annotations.NullMarked;
