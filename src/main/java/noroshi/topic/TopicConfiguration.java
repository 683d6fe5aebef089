package noroshi.topic;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings, and the one tokeniser that writes and asks the search index. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TopicSettings.class, ScannerSettings.class})
class TopicConfiguration {
    @Bean
    SearchWords searchWords() {
        return new SearchWords();
    }
}
