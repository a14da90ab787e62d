namespace Shirube.Domain.Common;

/// <summary>The root of things that are saved together. <see cref="Version"/> rises with every saved change of the root or a part; saving over a newer version is a conflict.</summary>
public abstract class Aggregate
{
    public int Version { get; private set; }
}

/// <summary>A part of an aggregate: its change raises the root's version.</summary>
public interface IPartOf<TRoot> where TRoot : Aggregate;
