package org.entente.launcher.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.entente.launcher.architecture.SourceTree.Source;
import org.jspecify.annotations.Nullable;

/** What every source file owes its reader. Each rule returns the violations, in words, and is empty when it holds. */
final class SourceRules {
    static final int MOST_LINES = 300;

    private SourceRules() {}

    static List<String> tooLong(Collection<Source> sources) {
        return sources.stream()
                .filter(source -> source.text().lines().count() > MOST_LINES)
                .map(source -> source.path() + " has " + source.text().lines().count() + " lines, more than "
                        + MOST_LINES + ": split it by what changes together")
                .toList();
    }

    /** Packages, given by all sources of one module, without a {@code @NullMarked} package-info. */
    static List<String> notNullMarked(Collection<Source> sources) {
        Set<String> packages = sources.stream().map(Source::folder).collect(Collectors.toCollection(TreeSet::new));
        sources.stream()
                .filter(Source::isPackageInfo)
                .filter(source -> source.text().contains("@NullMarked"))
                .filter(source -> source.text().contains("/**"))
                .map(Source::folder)
                .forEach(packages::remove);
        return packages.stream()
                .map(name -> name + " needs a package-info.java with @NullMarked and a sentence on what it is for")
                .toList();
    }

    /** Public top-level types without Javadoc that has a first sentence. */
    static List<String> undocumented(Collection<Source> sources) {
        List<String> violations = new ArrayList<>();
        for (Source source : sources) {
            if (!source.isPackageInfo()) {
                violations.addAll(undocumented(source));
            }
        }
        return violations;
    }

    private static List<String> undocumented(Source source) {
        try {
            JavacTask task = (JavacTask) Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                    .orElseThrow(() -> new IllegalStateException("tests need a JDK, not a JRE"))
                    .getTask(null, null, problem -> {}, List.of(), null, List.of(new InMemory(source)));
            DocTrees trees = DocTrees.instance(task);
            List<String> violations = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().stream()
                        .filter(SourceRules::isPublic)
                        .filter(lacksSentence(trees, unit))
                        .map(type -> source.path() + " needs Javadoc that says what the public type is for")
                        .forEach(violations::add);
            }
            return violations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(Tree type) {
        return type instanceof ClassTree declared
                && declared.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private static Predicate<Tree> lacksSentence(DocTrees trees, CompilationUnitTree unit) {
        return type -> {
            @Nullable DocCommentTree comment = trees.getDocCommentTree(TreePath.getPath(unit, type));
            return comment == null || comment.getFirstSentence().isEmpty();
        };
    }

    /** A source as the compiler wants it. */
    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(Source source) {
            super(URI.create("source:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
