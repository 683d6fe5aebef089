package noroshi.bulletin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings and the timetable of the newsroom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulletinSettings.class)
class BulletinConfiguration {}
