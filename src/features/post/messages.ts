/** What the messages around posts show, and what `/post` answers. Instants are in ISO form. */
import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import type { MessagesOf } from '../../office/message.ts';

/** To whoever was given a post. */
export interface PostGiven {
  post: Post;
  by: string;
  leaderId: string | null;
  /** It is the only one they hold: they belong to the department from now on. */
  first: boolean;
}

/** To whoever a post was taken from. */
export interface PostEnded {
  post: Post;
  by: string;
  /** What they still hold. */
  left: Post[];
}

/** To whoever is led by somebody else from now on. */
export interface LeaderChanged {
  leaderId: string;
  by: string;
}

/** To the leaders: who took over the president's or the manager's post, and from whom. */
export interface PostTakenOver {
  post: Post;
  id: string;
  before: string[];
}

/** A first post of the configuration that somebody cannot be given, and why. */
export interface UnfitFirst {
  memberId: string;
  post: Post;
  refusal: Refusal;
}

export interface PostMessages {
  'member.postGiven': PostGiven;
  'member.postEnded': PostEnded;
  'member.leaderChanged': LeaderChanged;
  'member.takenOver': PostTakenOver;
}

/** The department by post, the most senior first; within a post by leader. */
export interface PostList {
  posts: { post: Post; groups: { leaderId: string | null; ids: string[] }[] }[];
  /** Deactivated people who still hold a post. */
  gone: string[];
}

/** Where one person stands. */
export interface PersonPosts {
  id: string;
  posts: readonly Post[];
  leaderId: string | null;
  /** Whom they lead. */
  leads: string[];
}

/** The answer to a post taken back: whom the person no longer leads, and who leads them now. */
export interface PostTaken {
  left: Post[];
  moved: { id: string; leaderId: string | null }[];
}

/** What is kept of each until it is sent; what it shows is read then. */
export const postRefs = {
  'member.postGiven': z.object({ postId: z.int(), by: z.string() }),
  'member.postEnded': z.object({ postId: z.int(), by: z.string() }),
  'member.leaderChanged': z.object({ memberId: z.string(), leaderId: z.string(), by: z.string() }),
  'member.takenOver': z.object({ postId: z.int(), before: z.array(z.string()) }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof postRefs, PostMessages> {}
}
