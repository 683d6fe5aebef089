@NullMarked
package noroshi.cli.web;

import org.jspecify.annotations.NullMarked;
