package org.entente.api.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.entente.api.problem.Refusal;
import org.entente.api.security.Open;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description (OpenAPI 3.1). */
@RestController
@Open
@Hidden
class DescriptionController {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> description() {
        Resource file = new ClassPathResource("openapi.yaml", DescriptionController.class);
        if (!file.exists()) {
            throw Refusal.unknown();
        }
        return ResponseEntity.ok().contentType(YAML).body(file);
    }
}
