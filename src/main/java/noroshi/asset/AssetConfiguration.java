package noroshi.asset;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the register. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssetSettings.class)
class AssetConfiguration {}
