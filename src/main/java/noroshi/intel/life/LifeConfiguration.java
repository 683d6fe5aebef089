package noroshi.intel.life;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the life of indicators. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifeSettings.class)
class LifeConfiguration {}
