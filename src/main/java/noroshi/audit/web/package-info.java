@NullMarked
package noroshi.audit.web;

import org.jspecify.annotations.NullMarked;
