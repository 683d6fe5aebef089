/** What was told once is rendered as each receiving office's form: on paper and as data, never more than its reader may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "audit", "membership", "topic", "desk"})
package noroshi.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
