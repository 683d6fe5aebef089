package noroshi.intel.web;

import noroshi.site.LargeUploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where large bundles are brought. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    @Bean
    LargeUploads intoTheDropBox() {
        return new LargeUploads("/intel/drop");
    }

    @Bean
    LargeUploads intoTheLibrary() {
        return new LargeUploads("/intel/bundles");
    }
}
