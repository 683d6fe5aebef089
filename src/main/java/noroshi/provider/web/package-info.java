@NullMarked
package noroshi.provider.web;

import org.jspecify.annotations.NullMarked;
