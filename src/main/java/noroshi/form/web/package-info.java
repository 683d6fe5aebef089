@NullMarked
package noroshi.form.web;

import org.jspecify.annotations.NullMarked;
