@NullMarked
package noroshi.insight.web;

import org.jspecify.annotations.NullMarked;
