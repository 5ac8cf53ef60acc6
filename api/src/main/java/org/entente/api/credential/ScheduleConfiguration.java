package org.entente.api.credential;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets parts look after their work by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {}
