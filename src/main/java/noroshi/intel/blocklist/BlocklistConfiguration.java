package noroshi.intel.blocklist;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of block lists. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlocklistSettings.class)
class BlocklistConfiguration {}
