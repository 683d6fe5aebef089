package noroshi.topic;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one tokeniser that writes and asks the search index. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
    @Bean
    SearchWords searchWords() {
        return new SearchWords();
    }
}
