package org.entente.api.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.entente.api.settings.InstanceSettings;
import org.entente.client.database.Database;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pool for the API and its node, so that both can write in one transaction. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final long PATIENCE_MILLIS = 10_000;

    /** The schema is up to date before anybody gets a connection. */
    @Bean
    HikariDataSource dataSource(InstanceSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Database.unpooled(settings.database()));
        config.setMaximumPoolSize(settings.database().poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setPoolName("entente");
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("api")
                .defaultSchema("api")
                .locations("classpath:db/api")
                .load()
                .migrate();
        return pool;
    }
}
