@NullMarked
package noroshi.topic.web;

import org.jspecify.annotations.NullMarked;
