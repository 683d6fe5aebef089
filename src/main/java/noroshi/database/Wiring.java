package noroshi.database;

import javax.sql.DataSource;
import noroshi.shared.Changes;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean
    static DataFolder dataFolder(Environment environment) {
        return DataFolder.of(environment);
    }

    @Bean
    static Connections connections(Environment environment) {
        return Connections.of(environment);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Changes changes) {
        return new ReaderTransactions(dataSource, changes);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static JoinThePage joinThePage(BeanFactory beans) {
        return new JoinThePage(beans);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ActorGuard actorGuard() {
        return new ActorGuard();
    }
}
