package org.entente.launcher.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled production classes of all modules, imported once. */
final class ProductionClasses {
    static final String ROOT = "org.entente";
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private ProductionClasses() {}

    static boolean contains(Module module) {
        return ALL.stream().anyMatch(type -> belongsTo(module, type));
    }

    static boolean belongsTo(Module module, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(ROOT + "." + module.root() + ".");
    }
}
