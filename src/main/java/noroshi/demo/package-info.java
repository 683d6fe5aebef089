/** The demonstration: a fictional event with its organisations, people and eight weeks of work, loaded at first start. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "membership",
            "topic",
            "bulletin",
            "desk",
            "sanitised",
            "asset",
            "intel"
        })
package noroshi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
