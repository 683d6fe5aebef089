package noroshi.intel.enquiry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of enquiries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnquirySettings.class)
class EnquiryConfiguration {}
