package dev.sspr.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Collects what the documentation of parsed sources lacks. */
final class MissingDocs {
    private static final Set<Modifier> SHOWN = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

    private final DocTrees docs;
    private final List<String> faults = new ArrayList<>();
    private int visited;

    MissingDocs(DocTrees docs) {
        this.docs = docs;
    }

    List<String> faults() {
        return faults;
    }

    int visited() {
        return visited;
    }

    void check(CompilationUnitTree unit) {
        TreePath root = new TreePath(unit);
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared && shown(declared.getModifiers())) {
                type(new TreePath(root, declared), declared, "");
            }
        }
    }

    private void type(TreePath path, ClassTree type, String outer) {
        String name = outer + type.getSimpleName();
        List<VariableTree> components = type.getKind() == Tree.Kind.RECORD ? instanceFields(type) : List.of();
        comment(path, name, type.getTypeParameters(), components, false);
        boolean open = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        if (type.getKind() == Tree.Kind.CLASS && type.getMembers().stream().noneMatch(MissingDocs::isConstructor)) {
            faults.add(name + ": no documented constructor");
        }
        for (Tree member : type.getMembers()) {
            TreePath at = new TreePath(path, member);
            if (member instanceof ClassTree nested && (open || shown(nested.getModifiers()))) {
                type(at, nested, name + ".");
            } else if (member instanceof MethodTree method && (open || shown(method.getModifiers()))) {
                method(at, method, name);
            } else if (member instanceof VariableTree field && (open || shown(field.getModifiers()))) {
                comment(at, name + "." + field.getName(), List.of(), List.of(), false);
            }
        }
    }

    private void method(TreePath path, MethodTree method, String type) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
        if (!overrides && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
            Tree result = method.getReturnType();
            boolean returns = result != null && !result.toString().equals("void");
            String name = isConstructor(method) ? type + " constructor" : type + "." + method.getName();
            comment(path, name, method.getTypeParameters(), written(path, method), returns);
        }
    }

    /** The parameters in the source of a method; those of a compact constructor stand in the head of the record. */
    private List<? extends VariableTree> written(TreePath path, MethodTree method) {
        SourcePositions positions = docs.getSourcePositions();
        CompilationUnitTree unit = path.getCompilationUnit();
        long start = positions.getStartPosition(unit, method);
        return method.getParameters().stream()
                .filter(parameter -> positions.getStartPosition(unit, parameter) > start)
                .toList();
    }

    private void comment(
            TreePath path,
            String name,
            List<? extends TypeParameterTree> types,
            List<? extends VariableTree> parameters,
            boolean returns) {
        visited++;
        DocCommentTree comment = docs.getDocCommentTree(path);
        if (comment == null || (comment.getFullBody().isEmpty() && !hasReturn(comment))) {
            faults.add(name + ": no comment");
            return;
        }
        Set<String> told = new HashSet<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param && !param.getDescription().isEmpty()) {
                String named = param.getName().getName().toString();
                told.add(param.isTypeParameter() ? "<" + named + ">" : named);
            }
        }
        Stream.concat(
                        parameters.stream().map(one -> one.getName().toString()),
                        types.stream().map(one -> "<" + one.getName() + ">"))
                .filter(one -> !told.contains(one))
                // one sentence that says what is returned may speak of the one parameter
                .filter(one -> parameters.size() != 1 || !returnsInOneSentence(comment))
                .forEach(one -> faults.add(name + ": no @param " + one));
        if (returns && !hasReturn(comment)) {
            faults.add(name + ": no @return");
        }
    }

    private static boolean returnsInOneSentence(DocCommentTree comment) {
        return comment.getFullBody().size() == 1 && comment.getFullBody().get(0).getKind() == DocTree.Kind.RETURN;
    }

    private static boolean hasReturn(DocCommentTree comment) {
        return Stream.concat(comment.getFullBody().stream(), comment.getBlockTags().stream())
                .anyMatch(tag -> tag.getKind() == DocTree.Kind.RETURN);
    }

    private static List<VariableTree> instanceFields(ClassTree record) {
        return record.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
    }

    private static boolean isConstructor(@Nullable Tree member) {
        return member instanceof MethodTree method && method.getName().contentEquals("<init>");
    }

    private static boolean shown(ModifiersTree modifiers) {
        return modifiers.getFlags().stream().anyMatch(SHOWN::contains);
    }
}
