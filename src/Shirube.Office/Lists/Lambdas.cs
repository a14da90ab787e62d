using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace Shirube.Office.Lists;

/// <summary>Puts expressions together, so that a field says once how it is read and every query uses that.</summary>
internal static class Lambdas
{
    public static Expression<Func<T, TResult>> Then<T, TValue, TResult>(this Expression<Func<T, TValue>> first, Expression<Func<TValue, TResult>> then) =>
        Expression.Lambda<Func<T, TResult>>(new Swap(then.Parameters[0], first.Body).Visit(then.Body), first.Parameters);

    public static Expression<Func<T, TResult>> With<T, TA, TB, TResult>(this Expression<Func<T, TA>> a, Expression<Func<T, TB>> b, Expression<Func<TA, TB, TResult>> then)
    {
        var other = new Swap(b.Parameters[0], a.Parameters[0]).Visit(b.Body);
        var body = new Swap(then.Parameters[1], other).Visit(new Swap(then.Parameters[0], a.Body).Visit(then.Body));
        return Expression.Lambda<Func<T, TResult>>(body, a.Parameters);
    }

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> a, Expression<Func<T, bool>> b) => a.With(b, (x, y) => x || y);

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> a) => a.Then(x => !x);

    /// <summary>The body of a lambda over another parameter.</summary>
    public static Expression On(this LambdaExpression lambda, ParameterExpression parameter) => new Swap(lambda.Parameters[0], parameter).Visit(lambda.Body);

    /// <summary>A value the database gets as a parameter, so that the next value needs no new plan.</summary>
    public static Expression Held<TValue>(TValue value) => Expression.Field(Expression.Constant(new Box<TValue>(value)), nameof(Box<TValue>.Value));

    public static Expression Boxed(Expression value) => Expression.Convert(value, typeof(object));

    private sealed class Box<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
